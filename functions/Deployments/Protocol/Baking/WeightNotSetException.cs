namespace Sluice.Deployments.Protocol.Baking;

/// <summary>The traffic is as it was before the step: to be set again.</summary>
public sealed class WeightNotSetException(string subject, string wanted) : Exception($"{subject} does not yet send {wanted}.");
