namespace Sluice.Pipelines.Definitions;

/// <summary>An action as it was read.</summary>
/// <param name="StageName">Its stage.</param>
/// <param name="Action">What it says.</param>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="At">When it runs.</param>
internal sealed record ReadAction(string StageName, ActionDeclaration Action, string Path, Place At);
