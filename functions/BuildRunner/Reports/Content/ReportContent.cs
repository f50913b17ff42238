using System.Globalization;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Lines;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Content;

/// <summary>What one report file says.</summary>
/// <param name="file">The file, relative to the source.</param>
/// <param name="source">The source's folder, which absolute paths in coverage lose.</param>
/// <param name="mask">Hides secrets, which messages may hold as the log may.</param>
internal sealed class ReportContent(string file, string source = "", Func<string, string>? mask = null)
{
    private const int MostFaults = 20;
    private readonly List<string> _faults = [];
    private int _allFaults;

    public string File { get; } = file;

    public CaseList Cases { get; } = new();

    public CoverageMap Coverage { get; } = new(source);

    /// <summary>Each with the file and the line; none if the file was read.</summary>
    public IReadOnlyList<string> Faults => _allFaults > MostFaults ? [.. _faults, $"{File}: and {_allFaults - MostFaults} more"] : _faults;

    /// <param name="line">Where it is told of, from 1.</param>
    /// <param name="test">The case; its texts may be of any length and its name empty, which is a fault.</param>
    public void Add(long line, FoundCase test)
    {
        if (string.IsNullOrWhiteSpace(test.Name))
        {
            Fault(line, "a test case without a name");
            return;
        }

        Cases.Add(new TestCase(
            Text(test.Name, TestCase.LongestName) ?? "",
            test.Status,
            test.NanoSeconds,
            Text(test.Prefix, TestCase.LongestName),
            Text(test.Suite, TestCase.LongestName),
            Text(test.Message, TestCase.LongestMessage),
            File));
    }

    public void Fault(long line, string message)
    {
        if (++_allFaults <= MostFaults)
        {
            _faults.Add(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}: {message}") : $"{File}: {message}");
        }
    }

    // A secret is hidden before the text is cut, which might leave half of it.
    private string? Text(string? text, int longest) =>
        ReportText.Optional(text, 4 * longest) is { } shown ? ReportText.Cut(mask?.Invoke(shown) ?? shown, longest) : null;
}
