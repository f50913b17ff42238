using Sluice.Local.Tests.Architecture.Planted.Low;

namespace Sluice.Local.Tests.Architecture.Planted.High;

internal sealed class HighService
{
    public string Answer(LowRule rule) => rule.GetType().Name;
}
