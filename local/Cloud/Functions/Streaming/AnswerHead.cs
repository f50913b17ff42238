namespace Sluice.Local.Cloud.Functions.Streaming;

/// <summary>What is known of a streamed answer when it begins.</summary>
/// <param name="ExecutedVersion">Which version answers.</param>
/// <param name="ContentType">As the function's runtime says it; null if it does not.</param>
internal sealed record AnswerHead(string ExecutedVersion, string? ContentType);
