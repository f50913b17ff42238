using Sluice.World;

[assembly: AssemblyFixture(typeof(Moto))]
