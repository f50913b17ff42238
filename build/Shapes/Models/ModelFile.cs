using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>A model, or the additions to one, as a project names it.</summary>
/// <param name="Service">The model's name, e.g. <c>codedeploy</c>.</param>
/// <param name="Namespace">Where its shapes are to be.</param>
/// <param name="Source">The document.</param>
internal sealed record ModelFile(string Service, string Namespace, JsonSource Source)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    public bool IsAdditions => Source.Path.EndsWith(".additions.json", StringComparison.Ordinal);

    /// <summary>The file, or null if it is no model.</summary>
    public static ModelFile? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var metadata = options.GetOptions(file);
        return metadata.TryGetValue(Metadata + "ModelService", out var service) && service.Length > 0
            && metadata.TryGetValue(Metadata + "ModelNamespace", out var space)
            ? new ModelFile(service, space, new JsonSource(file.Path, file.GetText(cancellationToken)?.ToString() ?? ""))
            : null;
    }
}
