namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>A build that a delivery asks for.</summary>
/// <param name="ProjectName">Of what.</param>
/// <param name="BuildId">A UUID made of the project and the delivery: however often it is asked for, it is one build.</param>
/// <param name="IsBatch">Whether it is a batch.</param>
/// <param name="SourceVersion">What is built.</param>
/// <param name="Initiator">As <c>CODEBUILD_INITIATOR</c> has it, e.g. <c>GitHub-Hookshot/1a2b3c4</c>.</param>
/// <param name="Variables">The <c>CODEBUILD_WEBHOOK_…</c> variables that are known.</param>
public sealed record WebhookBuild(string ProjectName, string BuildId, bool IsBatch, string SourceVersion, string Initiator, IReadOnlyDictionary<string, string> Variables);
