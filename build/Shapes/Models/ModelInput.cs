using System.Collections.Immutable;
using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>All that a service's shapes are made from.</summary>
/// <param name="Service">The model's name, e.g. <c>codedeploy</c>.</param>
/// <param name="Namespace">Where its shapes are to be.</param>
/// <param name="Model">The original's document.</param>
/// <param name="Additions">Ours to it, if there are any.</param>
internal sealed record ModelInput(string Service, string Namespace, JsonSource Model, JsonSource? Additions)
{
    public static IEnumerable<ModelInput> Of(ImmutableArray<ModelFile?> files) => files.OfType<ModelFile>().GroupBy(file => file.Service, StringComparer.Ordinal)
        .Select(group => (group.Key, Model: group.FirstOrDefault(file => !file.IsAdditions), Additions: group.FirstOrDefault(file => file.IsAdditions)))
        .Where(pair => pair.Model is not null)
        .Select(pair => new ModelInput(pair.Key, pair.Model!.Namespace, pair.Model.Source, pair.Additions?.Source));
}
