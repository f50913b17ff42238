using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>A place that refers to a variable of an action.</summary>
/// <param name="Node">The text.</param>
/// <param name="Namespace">Whose variable.</param>
/// <param name="Name">Which.</param>
internal sealed record NamedUse(DocumentNode Node, string Namespace, string Name);
