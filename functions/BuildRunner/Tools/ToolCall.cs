namespace Sluice.BuildRunner.Tools;

/// <summary>A call of a tool.</summary>
/// <param name="Folder">Where it was called.</param>
/// <param name="Arguments">What came after its name.</param>
internal sealed record ToolCall(string Folder, IReadOnlyList<string> Arguments);
