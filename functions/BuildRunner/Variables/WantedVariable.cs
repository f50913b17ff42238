using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Variables;

/// <summary>A variable whose value a store has.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Kind">Which store.</param>
/// <param name="Reference">A parameter's name, or what of a secret.</param>
internal sealed record WantedVariable(string Name, JobVariableKind Kind, string Reference);
