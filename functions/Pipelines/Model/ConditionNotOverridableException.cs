using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The condition stops nobody now.</summary>
public sealed class ConditionNotOverridableException(string stage, string why)
    : ApiException(nameof(ConditionNotOverridableException), $"The condition of the stage '{stage}' cannot be overridden: {why}.");
