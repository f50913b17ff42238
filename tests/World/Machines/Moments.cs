using Sluice.Local.StateMachines.Tasks;
using Sluice.World.Machines.Cloud;

namespace Sluice.World.Machines;

/// <summary>Things that happen at given moments of a deployment.</summary>
internal sealed class Moments
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<(string State, int Nth, bool After, Func<Task> Do)> _planned = [];

    public Moments(FakeCloud cloud)
    {
        cloud.Before = (_, call) => ComeAsync(call, after: false);
        cloud.After = (_, call) => ComeAsync(call, after: true);
    }

    /// <summary>Just before the state's n-th call (from 1; 0 is every call) is made.</summary>
    public void Before(string state, Func<Task> act, int nth = 1) => _planned.Add((state, nth, false, act));

    public void Before(string state, Action act, int nth = 1) => Before(state, () => Do(act), nth);

    /// <summary>When the call has had its effect, before its answer arrives.</summary>
    public void After(string state, Func<Task> act, int nth = 1) => _planned.Add((state, nth, true, act));

    public void After(string state, Action act, int nth = 1) => After(state, () => Do(act), nth);

    /// <summary>All the state's calls fail.</summary>
    public void Fail(string state, string error = "Lambda.SdkClientException", int nth = 0) =>
        Before(state, () => throw new TaskFailedException(error, "as the test wants it"), nth);

    private async Task ComeAsync(TaskCall call, bool after)
    {
        var count = after ? _seen[call.StateName] : _seen[call.StateName] = _seen.GetValueOrDefault(call.StateName) + 1;
        foreach (var moment in _planned.Where(moment => moment.State == call.StateName && moment.After == after && (moment.Nth == 0 || moment.Nth == count)).ToList())
        {
            await moment.Do();
        }
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
