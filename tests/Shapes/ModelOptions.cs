using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Shapes.Tests;

/// <summary>What a project's file says of the model that it names.</summary>
internal sealed class ModelOptions(string service) : AnalyzerConfigOptionsProvider
{
    private static readonly Options None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["build_property.ServiceModels"] = $"other, {service}",
        ["build_property.ShapesNamespace"] = $"Shapes.Of.{service}",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
