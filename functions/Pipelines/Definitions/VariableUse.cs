using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>A text that may refer to variables.</summary>
/// <param name="Map">Where faults are told.</param>
/// <param name="Node">The text's place.</param>
/// <param name="Text">The text.</param>
/// <param name="StageName">The stage in which it stands.</param>
/// <param name="ActionName">The action, or the rule.</param>
/// <param name="Key">What it is the value of.</param>
/// <param name="At">When it is filled in.</param>
/// <param name="IsSource">Whether it is of a source, which is looked at before there is a run.</param>
internal sealed record VariableUse(MappingReader Map, DocumentNode Node, string Text, string StageName, string ActionName, string Key, Place At, bool IsSource);
