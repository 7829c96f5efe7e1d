/** Signatures of dcm4che: making UIDs. */
package org.dcm4che3.util;
