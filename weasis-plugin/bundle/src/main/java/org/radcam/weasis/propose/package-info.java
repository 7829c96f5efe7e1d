/** What is proposed to the user: series for roles, clinical values of the header. */
package org.radcam.weasis.propose;
