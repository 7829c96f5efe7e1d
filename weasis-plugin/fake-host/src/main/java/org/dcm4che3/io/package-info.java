/** dcm4che in the test host: writing files. */
package org.dcm4che3.io;
