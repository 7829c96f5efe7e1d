/** Weasis in the test host: the tree, and loading files into it. */
package org.weasis.dicom.explorer;
