using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>There is no such type of actions.</summary>
public sealed class ActionTypeNotFoundException(string category, string owner, string provider, string version)
    : ApiException(nameof(ActionTypeNotFoundException), $"There is no action type {category} of {owner} by '{provider}', version '{version}'.");
