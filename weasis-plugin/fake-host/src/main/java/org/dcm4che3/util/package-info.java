/** dcm4che in the test host: making UIDs. */
package org.dcm4che3.util;
