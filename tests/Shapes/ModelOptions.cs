using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Shapes.Tests;

/// <summary>What a project's file says of the models that it names: the service is the file's name.</summary>
internal sealed class ModelOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile.Path.EndsWith(".json", StringComparison.Ordinal)
        ? new Options(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["build_metadata.AdditionalFiles.ModelService"] = Path.GetFileName(textFile.Path).Split('.')[0],
            ["build_metadata.AdditionalFiles.ModelNamespace"] = $"Shapes.Of.{Path.GetFileName(textFile.Path).Split('.')[0]}",
        })
        : GlobalOptions;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
