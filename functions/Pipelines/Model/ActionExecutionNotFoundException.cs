using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The pipeline has no such execution of an action.</summary>
public sealed class ActionExecutionNotFoundException(string id)
    : ApiException(nameof(ActionExecutionNotFoundException), $"There is no execution '{id}' of an action.");
