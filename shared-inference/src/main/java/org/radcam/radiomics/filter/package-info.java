/** Filters that make images of which radiomics features are measured. */
package org.radcam.radiomics.filter;
