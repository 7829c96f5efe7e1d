/** dcm4che in the test host: data sets that keep what is set. */
package org.dcm4che3.data;
