package dev.rozgar.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/// `asciifolding`: é becomes e. Without `preserve_original`, as by default.
@NamedComponent("asciifolding")
public final class AsciiFolding implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream tokens) {
        return new ASCIIFoldingFilter(tokens);
    }

    /// Folds one character into others and drops none, so wildcard and prefix terms are folded too.
    @Override
    public TokenStream normalize(TokenStream tokens) {
        return create(tokens);
    }
}
