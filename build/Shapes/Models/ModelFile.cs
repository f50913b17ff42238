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
    private const string Property = "build_property.";
    private const string Additions = ".additions";

    public bool IsAdditions => Path.GetFileNameWithoutExtension(Source.Path).EndsWith(Additions, StringComparison.Ordinal);

    /// <summary>The file, or null if it is none of the models that the project names.</summary>
    public static ModelFile? Of(AdditionalText file, AnalyzerConfigOptions project, CancellationToken cancellationToken)
    {
        var service = Path.GetFileNameWithoutExtension(file.Path).Replace(Additions, "");
        return Path.GetExtension(file.Path) == ".json"
            && project.TryGetValue(Property + "ServiceModels", out var services) && services.Split(',').Any(named => named.Trim() == service)
            && project.TryGetValue(Property + "ShapesNamespace", out var space)
            ? new ModelFile(service, space, new JsonSource(file.Path, file.GetText(cancellationToken)?.ToString() ?? ""))
            : null;
    }
}
