/** Signatures of dcm4che: data sets, their sequences and value representations. */
package org.dcm4che3.data;
