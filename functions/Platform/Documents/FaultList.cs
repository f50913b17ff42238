namespace Sluice.Platform.Documents;

/// <summary>The faults found in one document so far.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<Fault> _faults = [];
    private readonly List<Fault> _remarks = [];
    private int _untold;

    /// <summary>Whether a further fault would only be counted.</summary>
    public bool IsFull => _faults.Count >= DocumentLimits.Faults;

    public bool Any => _faults.Count > 0;

    /// <summary>Notes a fault; who reads a member twice tells of it once.</summary>
    public void Add(int line, string path, string message, string? kind = null) => Add(new Fault(file, line, path, message) { Kind = kind });

    /// <summary>Notes a fault whose column is known.</summary>
    public void Add(int line, string path, string message, int column) => Add(new Fault(file, line, path, message) { Column = column });

    /// <summary>Notes what is no reason to refuse the document.</summary>
    public void Remark(int line, string path, string message, FaultWeight weight)
    {
        var remark = new Fault(file, line, path, message) { Weight = weight };
        if (_remarks.Count < DocumentLimits.Faults && !_remarks.Contains(remark))
        {
            _remarks.Add(remark);
        }
    }

    /// <summary>For a fault after which the rest of the document means nothing.</summary>
    public InvalidDocumentException Fatal(int line, string path, string message, int column = 0)
    {
        Add(line, path, message, column);
        return new InvalidDocumentException(Told(DocumentPlaces.None));
    }

    /// <summary>All faults, in the order of their lines.</summary>
    public InvalidDocumentException ToException(DocumentPlaces places) => new(Told(places));

    /// <summary>All faults and remarks, in the order of their lines.</summary>
    public IReadOnlyList<Fault> All(DocumentPlaces places) => [.. Told(places).Concat(_remarks.Select(remark => Placed(remark, places))).OrderBy(fault => fault.Line == 0 ? int.MaxValue : fault.Line)];

    private void Add(Fault fault)
    {
        if (IsFull)
        {
            _untold++;
        }
        else if (!_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    private List<Fault> Told(DocumentPlaces places)
    {
        var ordered = _faults.Select(fault => Placed(fault, places)).OrderBy(fault => fault.Line).ToList();
        return _untold == 0 ? ordered : [.. ordered, new Fault(file, 0, "", $"and {_untold} more faults")];
    }

    private static Fault Placed(Fault fault, DocumentPlaces places) => fault.Column > 0 ? fault : fault with { Column = places.ColumnOf(fault.Line, fault.Path) };
}
