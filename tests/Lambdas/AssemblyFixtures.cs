[assembly: AssemblyFixture(typeof(Sluice.World.Moto))]
