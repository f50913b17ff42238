using Sluice.Local.Tests.Architecture.Planted.High;

namespace Sluice.Local.Tests.Architecture.Planted.Low;

/// <summary>The planted arrow upwards: what is low uses what is high, and only inside a closure.</summary>
internal sealed class LowRule
{
    public Func<string> Ask(string name) => () => new HighService().Answer(this) + name;
}
