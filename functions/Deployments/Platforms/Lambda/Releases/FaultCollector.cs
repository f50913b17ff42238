using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>Reads several documents and finds the faults of all of them.</summary>
internal sealed class FaultCollector
{
    private readonly List<Fault> _faults = [];

    public void Add(string file, string path, string message) => _faults.Add(new Fault(file, 0, path, message));

    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidDocumentException e)
        {
            _faults.AddRange(e.Faults);
            return null;
        }
    }

    public async Task<T?> TryAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (InvalidDocumentException e)
        {
            _faults.AddRange(e.Faults);
            return null;
        }
    }

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidDocumentException(_faults);
        }
    }
}
