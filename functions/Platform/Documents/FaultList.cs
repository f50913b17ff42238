namespace Sluice.Platform.Documents;

/// <summary>The faults found in one document so far.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<Fault> _faults = [];
    private int _untold;

    /// <summary>Whether a further fault would only be counted.</summary>
    public bool IsFull => _faults.Count >= DocumentLimits.Faults;

    public bool Any => _faults.Count > 0;

    /// <summary>Notes a fault; who reads a member twice tells of it once.</summary>
    public void Add(int line, string path, string message, string? kind = null)
    {
        var fault = new Fault(file, line, path, message) { Kind = kind };
        if (IsFull)
        {
            _untold++;
        }
        else if (!_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    /// <summary>For a fault after which the rest of the document means nothing.</summary>
    public InvalidDocumentException Fatal(int line, string path, string message)
    {
        Add(line, path, message);
        return ToException();
    }

    public InvalidDocumentException ToException()
    {
        var ordered = _faults.OrderBy(fault => fault.Line).ToList();
        return new InvalidDocumentException(
            _untold == 0 ? ordered : [.. ordered, new Fault(file, 0, "", $"and {_untold} more faults")]);
    }
}
