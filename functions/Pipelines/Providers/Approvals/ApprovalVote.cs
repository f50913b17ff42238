namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>What one person said.</summary>
/// <param name="By">The name of the key.</param>
/// <param name="Status">Approved or Rejected.</param>
/// <param name="Comment">What they wrote to it; may be empty.</param>
/// <param name="Time">When.</param>
internal sealed record ApprovalVote(string By, ApprovalStatus Status, string Comment, DateTimeOffset Time);
