using System.Buffers;

namespace Sluice.Local.StateMachines.Values;

/// <summary>What JSON wants escaped in a string: quotes, backslashes and control characters.</summary>
internal static class JsonEscapes
{
    private static readonly string[] Controls = [.. Enumerable.Range(0, ' ').Select(code => $"\\u{code:x4}")];

    internal static SearchValues<char> Needing { get; } = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    internal static string Of(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => @"\b",
        '\t' => @"\t",
        '\n' => @"\n",
        '\f' => @"\f",
        '\r' => @"\r",
        _ => Controls[c],
    };
}
