namespace Sluice.Platform.Actions;

/// <summary>What an action says that is commands: CodePipeline's <c>commands</c> and what goes with them.</summary>
/// <param name="Commands">One shell command each, run in their order.</param>
/// <param name="Environment">Variables of the shell; each overrides the project's.</param>
/// <param name="OutputVariables">Variables of the shell that later actions may refer to.</param>
/// <param name="Files">By output artifact, which files it has; globs.</param>
public sealed record ActionCommands(
    IReadOnlyList<string> Commands, IReadOnlyList<ActionVariable> Environment, IReadOnlyList<string> OutputVariables, IReadOnlyDictionary<string, IReadOnlyList<string>> Files);
