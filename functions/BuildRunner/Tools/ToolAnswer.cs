namespace Sluice.BuildRunner.Tools;

/// <summary>What a tool answers.</summary>
/// <param name="Output">For its standard output.</param>
/// <param name="Error">For its standard error.</param>
/// <param name="Status">Its exit status.</param>
internal sealed record ToolAnswer(string Output, string Error = "", int Status = 0);
