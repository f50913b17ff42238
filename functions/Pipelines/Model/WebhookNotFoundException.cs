using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>There is no webhook of this name.</summary>
public sealed class WebhookNotFoundException(string name)
    : ApiException(nameof(WebhookNotFoundException), $"There is no webhook '{name}'.");
