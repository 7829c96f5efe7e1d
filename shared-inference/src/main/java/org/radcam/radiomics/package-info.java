/** Radiomics features of a region of interest, by the definitions of the IBSI reference manual. */
package org.radcam.radiomics;
