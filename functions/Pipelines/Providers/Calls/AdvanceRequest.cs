using System.Text.Json.Nodes;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What an action's machine asks first of all, and after every call.</summary>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Step">The step of the last answer; 0 at first.</param>
/// <param name="Call">The call that it made; null at first.</param>
/// <param name="Output">What the call answered.</param>
/// <param name="Error">What it was refused with.</param>
/// <param name="Execution">The name of the machine's execution: what is long goes on in another.</param>
public sealed record AdvanceRequest(string ActionExecutionId, int Step, string? Call = null, JsonNode? Output = null, CaughtError? Error = null, string? Execution = null);
