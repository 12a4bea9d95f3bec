package dev.rozgar.analysis;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.IntSetting;

/// `whitespace`: splits at spaces and nowhere else, so "C#" and ".net" survive; words longer than
/// `max_token_length` are cut.
@NamedComponent("whitespace")
public final class Whitespace implements TokenizerFactory {
    private final int maxTokenLength;

    @Inject
    public Whitespace(Settings settings) {
        this.maxTokenLength = settings.maxTokenLength();
    }

    @Override
    public Tokenizer create() {
        return new WhitespaceTokenizer(maxTokenLength);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @IntSetting(path = "max_token_length", defaultValue = 255)
        int maxTokenLength();
    }
}
