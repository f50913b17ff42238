using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The approval has ended.</summary>
public sealed class ApprovalAlreadyCompletedException(string action)
    : ApiException(nameof(ApprovalAlreadyCompletedException), $"The approval '{action}' has ended already.");
