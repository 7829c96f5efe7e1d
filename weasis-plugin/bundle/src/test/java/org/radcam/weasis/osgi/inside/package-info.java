/** What tests run inside the plugin bundle: its classes travel there in a fragment. */
package org.radcam.weasis.osgi.inside;
