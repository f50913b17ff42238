using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Planning;

/// <summary>All that a plan is made of.</summary>
/// <param name="Pipeline">As it is declared.</param>
/// <param name="State">As it stands.</param>
/// <param name="Heads">Where its sources stand, by their names.</param>
/// <param name="Groups">The deployment groups that it deploys to, by application and group.</param>
internal sealed record SeenForPlan(PipelineDeclaration Pipeline, GetPipelineStateOutput State, IReadOnlyDictionary<string, SourceHead> Heads, IReadOnlyDictionary<string, SeenGroup> Groups);
