using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The stage has no action of this name.</summary>
public sealed class ActionNotFoundException(string stage, string action)
    : ApiException(nameof(ActionNotFoundException), $"The stage '{stage}' has no action '{action}'.");
