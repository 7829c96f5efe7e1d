/** Which clinical values tell two classes apart, by logistic regression. */
package org.radcam.zoo.screening;
