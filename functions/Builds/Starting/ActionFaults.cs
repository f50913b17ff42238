using Sluice.Platform.Actions;
using Sluice.Platform.Documents;

namespace Sluice.Builds.Starting;

/// <summary>What is wrong with a request of a pipeline, with its places.</summary>
internal sealed class ActionFaults(ActionRequest request)
{
    private readonly List<Fault> _faults = [];

    public void Add(string path, string message) => _faults.Add(new Fault($"{request.StageName}/{request.ActionName}", 0, path, message));

    public void Add(IEnumerable<Fault> faults) => _faults.AddRange(faults);

    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidDocumentException(_faults);
        }
    }
}
