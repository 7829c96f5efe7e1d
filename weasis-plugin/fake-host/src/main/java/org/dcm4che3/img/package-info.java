/** dcm4che in the test host: parameters of reading. */
package org.dcm4che3.img;
